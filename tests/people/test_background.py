from django.db import connection, transaction

from people import background

SENDING = background.Call("people.tasks.send_notices")
SETTLING = "compliance.tasks.settle_statements"


def waiting():
    return [call for _savepoints, call, _robust in connection.run_on_commit]


def test_what_is_asked_twice_in_a_transaction_runs_once(db):
    background.start("people.tasks.send_notices")
    background.start("people.tasks.send_notices")
    assert waiting() == [SENDING]


def test_what_is_asked_about_several_people_runs_once_for_them_all(db):
    background.start("people.tasks.send_notices")
    background.start(SETTLING, [2, 1])
    background.start(SETTLING, [2, 3])
    assert waiting() == [SENDING, background.Call(SETTLING, {1, 2, 3})]


def test_what_was_asked_in_vain_can_be_asked_again(db):
    with transaction.atomic():
        background.start("people.tasks.send_notices")
        transaction.set_rollback(True)
    background.start("people.tasks.send_notices")
    assert waiting() == [SENDING]
