"""Structured logs without personal data: one JSON object a line; addresses are told by URL name only."""

import json
import logging
import time
from datetime import UTC, datetime

logger = logging.getLogger("socdarbs.request")


class JsonFormatter(logging.Formatter):
    def format(self, record):
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            # Django's own request lines carry the path, which may hold a person's key: keep their kind only.
            "event": record.msg.split(":")[0] if record.name.startswith("django") else record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            line["error"] = record.exc_info[0].__name__
            line["trace"] = self.formatException(record.exc_info).splitlines()[-12:]
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
            "view": match.view_name if match else "",
            "status": response.status_code,
            "ms": round(1000 * (time.perf_counter() - began), 1),
        }
        logger.info("request", extra={"facts": facts})
        return response
