"""python -m benchmarks: CPU per request and SQL counts (benchmarks/requests.py)."""

from importlib import import_module

import django

django.setup()
import_module("benchmarks.requests").main()
