from django.db import connection, transaction

from people import background

SENDING = background.Call("people.tasks.send_notices", ())


def waiting():
    return [call for _savepoints, call, _robust in connection.run_on_commit]


def test_what_is_asked_twice_in_a_transaction_runs_once(db):
    background.start("people.tasks.send_notices")
    background.start("people.tasks.send_notices")
    assert waiting() == [SENDING]


def test_what_is_asked_about_other_people_runs_for_each(db):
    background.start("compliance.tasks.settle_statements", [1])
    background.start("compliance.tasks.settle_statements", [2])
    assert [call.args for call in waiting()] == [([1],), ([2],)]


def test_what_was_asked_in_vain_can_be_asked_again(db):
    with transaction.atomic():
        background.start("people.tasks.send_notices")
        transaction.set_rollback(True)
    background.start("people.tasks.send_notices")
    assert waiting() == [SENDING]
