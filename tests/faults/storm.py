"""People send requests, several at once, while the server under them is killed again and again."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

from .portal import PATIENCE

WINDOWS = 4
LONGEST_WAIT = 1  # seconds from a moment to a kill, so that it also meets what takes long in its middle


class Storm:
    """`acknowledged` is what was promised by last requests that were answered well.

    The work is a module with tasks, tables and moments: courses, approvals or imports.
    The victim is what dies: the portal, or something below it.
    """

    def __init__(self, portal, work, kills, seed, victim=None):
        self.portal, self.victim, self.work, self.kills = portal, victim or portal, work, kills
        self.chance = random.Random(seed)
        self.tasks = work.tasks(kills)
        self.chance.shuffle(self.tasks)
        self.moments = SimpleQueue()
        self.asked, self.answered, self.failed = set(), set(), []
        self.unanswered = self.written = 0

    @property
    def acknowledged(self):
        return frozenset().union(*(task.promised for task in self.answered))

    def run(self):
        windows = ThreadPoolExecutor(WINDOWS)
        working = windows.map(self.finish, self.tasks)
        try:
            for _ in range(self.kills):
                self.strike()
            list(working)
        finally:
            windows.shutdown(cancel_futures=True)

    def strike(self):
        for _ in range(self.chance.randint(*self.work.MOMENTS)):
            self.moments.get(timeout=PATIENCE)
        time.sleep(self.chance.uniform(0, LONGEST_WAIT))
        self.victim.kill()
        self.count_unanswered()
        self.victim.start()

    def count_unanswered(self):
        """How many requests the kill met under way, and how many of them had been written."""
        unanswered = self.asked - self.answered - {task for task, _status in self.failed}
        there = frozenset().union(*self.work.tables())
        self.unanswered += len(unanswered)
        self.written += sum(task.promised <= there for task in unanswered)

    def finish(self, task):
        *steps, last = task.steps
        for step in steps:
            self.note(task, task.visitor.post(self.portal, *step))
        self.asked.add(task)
        if self.note(task, task.visitor.post(self.portal, *last, sent=self.tick)):
            self.answered.add(task)
        self.tick()

    def finish_again(self):
        """Every last request once more, as from a second window."""
        with ThreadPoolExecutor(WINDOWS) as windows:
            list(windows.map(self.repeat, self.tasks))

    def repeat(self, task):
        self.note(task, task.visitor.post(self.portal, *task.steps[-1]))

    def note(self, task, status):
        """Whether it was answered well."""
        if status is None or status >= 400:
            self.failed.append((task, status))
            return False
        return True

    def tick(self):
        self.moments.put(None)
