#!/usr/bin/env python3
"""Classroom 50 runs this for each submission, in the student's repository. It writes result.json there.

There is a result whatever was handed in. If this script fails, Classroom 50 reports an error instead of a score.
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def fail(why):
    print(f"::error::{why}", flush=True)
    sys.exit(1)


def exercise():
    """This folder is published, so the exercise is a secret. An exercise with public answers can be in the folder."""
    secret = "".join(os.environ.get("@SECRET@", "").split())
    if not secret:
        beside = HERE / "@EXERCISE@"
        if not beside.is_file():
            fail("the variable @SECRET@ is not set: pass the secret of that name in autograde-runner.yaml")
        return beside
    path = Path(tempfile.mkdtemp()) / "@EXERCISE@"
    try:
        path.write_bytes(base64.b64decode(secret, validate=True))
    except ValueError:
        fail("the secret @SECRET@ is not the exercise in base64")
    return path


def main():
    if shutil.which("java") is None:
        fail('there is no Java: add "java": "21" to the runtime of the assignment')
    program = ["java", "-XX:TieredStopAtLevel=1", "-cp", str(HERE / "mmaplab.jar"), "io.github.mmaplab.cli.Main"]
    sys.exit(subprocess.call([*program, "exercise", "autograde", "classroom50", "--", str(exercise()), "."]))


main()
