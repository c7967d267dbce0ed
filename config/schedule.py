"""What runs by itself and when: each by name, in Riga's time. `manage.py run_due` and Celery's beat read it."""

from celery.schedules import crontab

SCHEDULE = {
    "send-notices": {"task": "people.tasks.send_notices", "schedule": 60},
    "keep-up-search": {"task": "search.tasks.keep_up_mirror", "schedule": 60},
    "publish-scheduled": {"task": "pages.tasks.publish_scheduled", "schedule": 60},
    "open-year": {"task": "compliance.tasks.open_year", "schedule": crontab(hour=0, minute=5)},
    "freeze-extracts": {"task": "compliance.tasks.freeze_extracts", "schedule": crontab(hour=1, minute=0)},
    "seal-ledger": {"task": "compliance.tasks.seal_ledger", "schedule": crontab(hour=2, minute=0)},
    "compare-balances": {"task": "compliance.tasks.compare_balances", "schedule": crontab(hour=2, minute=30)},
    "settle-statements": {"task": "compliance.tasks.settle_all_statements", "schedule": crontab(hour=23, minute=10)},
    "remind-of-year": {"task": "lms.tasks.remind_of_year", "schedule": crontab(hour=8, minute=30)},
    "remind-of-assignments": {"task": "offices.tasks.remind_of_assignments", "schedule": crontab(hour=8, minute=40)},
    "clear-sessions": {"task": "people.tasks.clear_sessions", "schedule": crontab(hour=3, minute=0)},
    "check-links": {"task": "pages.tasks.check_links", "schedule": crontab(hour=4, minute=0)},
    "recount-words": {"task": "search.tasks.recount_words", "schedule": crontab(hour=4, minute=50)},
    "forget-unfound": {"task": "search.tasks.forget_unfound", "schedule": crontab(hour=3, minute=30)},
    "read-files": {"task": "search.tasks.read_files", "schedule": 60},
    "compare-search": {"task": "search.tasks.compare_index", "schedule": crontab(hour=4, minute=30)},
    "abandon-imports": {"task": "offices.tasks.abandon_forgotten_imports", "schedule": crontab(hour=3, minute=20)},
    "discard-documents": {"task": "compliance.tasks.discard_unused_documents", "schedule": crontab(hour=3, minute=10)},
}
