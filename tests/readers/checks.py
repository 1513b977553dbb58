"""Counting what holds, and saying in a sentence what does not."""

import sys


class Wrong(Exception):
    """A sentence about what is not as it must be."""


def holds(condition, sentence):
    if not condition:
        raise Wrong(sentence)


class Checks:
    def __init__(self):
        self.failed = 0

    def check(self, name, function, *arguments):
        """Runs one check; what it returns, or None when it failed."""
        try:
            answer = function(*arguments)
        except Wrong as wrong:
            self.failed += 1
            print(f"{name}: {wrong}", file=sys.stderr)
            return None
        print(f"ok {name}")
        return answer

    def end(self):
        if self.failed:
            print(f"{self.failed} checks failed", file=sys.stderr)
            sys.exit(1)
