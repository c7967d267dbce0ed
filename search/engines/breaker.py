"""Whether to try again what has failed: not for a while, then by one at a time. Pure."""

import time
from threading import Lock

PAUSE = 10  # seconds


class Breaker:
    def __init__(self, clock=time.monotonic):
        self.clock, self.lock, self.again = clock, Lock(), None

    @property
    def is_open(self):
        return self.again is not None

    def allows(self):
        """Everyone while all is well; of those who ask after a pause the first, who tries for all."""
        with self.lock:
            if self.again is None:
                return True
            if self.clock() < self.again:
                return False
            self.again = self.clock() + PAUSE
            return True

    def failed(self):
        with self.lock:
            self.again = self.clock() + PAUSE

    def succeeded(self):
        with self.lock:
            self.again = None
