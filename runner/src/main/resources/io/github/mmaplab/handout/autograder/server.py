"""Shows the sheet of the student, or else draws one for each variant of PrairieLearn's; the grader looks for whose it is."""

import os
import random

# The students who have a sheet of their own, with the names of the files; and those whose sheets are drawn.
KNOWN = @KNOWN@
DRAWN = @DRAWN@


def recognized(user):
    """The id of a user as the roster has it: the uid, the part of it before the @, or the uin. None if there is none."""
    uid = str(user.get("uid") or "")
    names = [uid, uid.split("@")[0], str(user.get("uin") or "")]
    return next((name for name in names if name in KNOWN), None)


def generate(data):
    # only there if the course tells its questions who a student is
    student = recognized(data["options"].get("user") or {})
    if student is None:
        student = random.Random(data["variant_seed"]).choice(DRAWN)
    data["params"]["student"] = student
    data["params"]["file"] = KNOWN.get(student, student)
    path = os.path.join(data["options"]["question_path"], "sheets", data["params"]["file"] + ".html")
    with open(path, encoding="utf-8") as sheet:
        data["params"]["sheet"] = sheet.read()
