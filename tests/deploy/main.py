"""Everything in deploy/: first what is written, then what it does."""

import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
# Counting, as for the readers.
sys.path.append(str(HERE.parent / "readers"))

import containers
import proxy
import small
import units
import watching
import whole
from checks import Checks, Wrong


def main(program, folder, only=None):
    checks = Checks()
    for part in (containers, units, watching):
        part.read(checks)
    parts = {"proxy": proxy, "small": small, "whole": whole}

    def tell(name):
        try:
            parts[name].tell(checks, program, Path(folder, name))
        except Exception as wrong:
            checks.failed += 1
            print(f"{name}: {wrong}", file=sys.stderr)
            if not isinstance(wrong, Wrong):
                traceback.print_exc()

    # They wait more than they work.
    with ThreadPoolExecutor(2) as two_at_once:
        list(two_at_once.map(tell, [only] if only else parts))
    checks.end()


main(*sys.argv[1:])
