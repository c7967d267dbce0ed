"""Structured logs without personal data: one JSON object a line; addresses are told by URL name only."""

import json
import logging
import time
import traceback
from datetime import UTC, datetime

logger = logging.getLogger("socdarbs.request")


def event(record):
    """Libraries tell what happened before a colon, and after it paths and texts that may hold a person's data."""
    told = record.getMessage()
    return told if record.name.startswith("socdarbs") else told.partition(":")[0]


def trace(frames):
    """Where it broke; the exception's own text may name an address."""
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(frames)[-12:]]


class JsonFormatter(logging.Formatter):
    def format(self, record):
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": event(record),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            line["error"] = record.exc_info[0].__name__
            line["trace"] = trace(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


class RequestLogMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        began = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        facts = {
            "method": request.method,
            "view": match.view_name if match else getattr(request, "answered_by", ""),
            "status": response.status_code,
            "ms": round(1000 * (time.perf_counter() - began), 1),
        }
        logger.info("request", extra={"facts": facts})
        return response


def configuration(*, level):
    """Django's LOGGING: everything to stderr as JSON."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonFormatter}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            "django.server": {"handlers": [], "propagate": True, "level": "CRITICAL"},  # its lines are paths
            "django.tasks": {"level": "WARNING"},
            "elastic_transport": {"level": "ERROR"},  # it tells of each request; who asked tells what failed
            "kombu.connection": {"level": "ERROR"},  # it warns that there is no broker, which is as we want it
        },
    }
