from search.engines.breaker import PAUSE, Breaker


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_breaker_lets_everyone_through_while_all_is_well():
    assert [Breaker(Clock()).allows() for _ in range(3)] == [True, True, True]


def test_breaker_keeps_everyone_off_for_a_while_and_then_lets_one_try():
    clock = Clock()
    breaker = Breaker(clock)
    breaker.failed()
    assert (breaker.is_open, breaker.allows()) == (True, False)

    clock.now += PAUSE

    assert [breaker.allows() for _ in range(3)] == [True, False, False]


def test_breaker_closes_when_the_try_went_well():
    breaker = Breaker(Clock())
    breaker.failed()
    breaker.succeeded()

    assert (breaker.is_open, breaker.allows()) == (False, True)
