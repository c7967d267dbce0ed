"""The portal as it must never be: it does not look whether a course is finished or credited before it writes.

Served by benchmarks/faults.py, to show what the unique keys do alone, and what happens without them.
"""

from unittest.mock import patch

from django.utils.module_loading import import_string

from config.wsgi import application

__all__ = ["application"]

locked = import_string("lms.actions.enrolments._locked")


def forget(enrolment):
    enrolment = locked(enrolment)
    enrolment.completed_at = None
    return enrolment


patch("lms.actions.enrolments._locked", forget).start()
patch("compliance.actions.ledger._refuse_what_is_credited").start()
