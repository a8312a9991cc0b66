"""A writer is killed over and over, and no save that it had acknowledged is lost."""

import logging
import os
import random
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from tests.integration.bank.writing import Said, kept, said, writer

KILLS = 200 if os.environ.get("STORYLOOP_SOAK") else 10


@pytest.mark.soak
def test_every_acknowledged_save_outlives_a_kill(
    environment: dict[str, str], bank_folder: Path
) -> None:
    moments = random.Random(2029)  # noqa: S311 - moments, not secrets
    killed: list[Said] = []
    for run in range(KILLS):
        # Every fifth dies while it opens the bank: the first one a bank that is not there yet.
        opening = run % 5 == 0
        moment = moments.uniform(0, 0.6 if opening else 0.05)
        killed.append(_killed(environment, f"run-{run}", moment, opening=opening))

    versions = kept(environment)
    del versions[1]  # the sample itself
    acknowledged = {n: line for each in killed for n, line in each.saved.items()}
    interrupted = {each.begun[-1] for each in killed if len(each.begun) > len(each.saved)}
    committed = {line for n, line in versions.items() if n not in acknowledged}
    logging.getLogger(__name__).info(
        "%d kills, %d inside a save, %d of these after its commit; %d saves acknowledged",
        *(KILLS, len(interrupted), len(committed), len(acknowledged)),
    )

    assert acknowledged.items() <= versions.items()
    assert committed <= interrupted
    assert interrupted, "no kill landed inside a save"
    with closing(sqlite3.connect(bank_folder / "storyloop.sqlite3")) as bank:
        assert bank.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert bank.execute("PRAGMA foreign_key_check").fetchall() == []


def _killed(environment: dict[str, str], name: str, moment: float, *, opening: bool) -> Said:
    """Kill a writer `moment` seconds after its start, or after it has opened the bank."""
    with writer(environment, name) as process:
        assert process.stdout
        if not opening:
            assert process.stdout.readline() == "open\n"
        Event().wait(moment)
        process.kill()
        output = process.stdout.read()
    assert process.returncode == -signal.SIGKILL
    return said(output)
