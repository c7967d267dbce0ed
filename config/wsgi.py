"""The application as servers run it.

What it is made of never becomes garbage: put aside from the collector, which would look through all of it every few
hundred requests, a quarter of a second each time (docs/decisions/0077).
"""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
_ = get_resolver().url_patterns  # views are imported with the addresses
gc.collect()
gc.freeze()
