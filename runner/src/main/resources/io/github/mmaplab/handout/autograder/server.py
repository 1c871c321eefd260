"""Shows the sheet of the student, or draws one for each PrairieLearn variant. The grader checks whose prediction it gets."""

import os
import random

# The students of the roster, with the names of their files; and the students whose sheets are drawn.
KNOWN = @KNOWN@
DRAWN = @DRAWN@


def recognized(user):
    """The id of a user on the roster: the uid, the part of it before the @, or the uin; None for an unknown user."""
    uid = str(user.get("uid") or "")
    names = [uid, uid.split("@")[0], str(user.get("uin") or "")]
    return next((name for name in names if name in KNOWN), None)


def generate(data):
    # present only if the course shows its questions who the student is
    student = recognized(data["options"].get("user") or {})
    if student is None:
        student = random.Random(data["variant_seed"]).choice(DRAWN)
    data["params"]["student"] = student
    data["params"]["file"] = KNOWN.get(student, student)
    path = os.path.join(data["options"]["question_path"], "sheets", data["params"]["file"] + ".html")
    with open(path, encoding="utf-8") as sheet:
        data["params"]["sheet"] = sheet.read()
