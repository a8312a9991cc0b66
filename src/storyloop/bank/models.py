"""The tables: stories and loops with versions, drafts, questions, drills, readiness, preferences.

A record says which version of a story is current, and its revisions hold them all.
"""

from django.db import models

from storyloop.story.slug import MAX_LENGTH


class Event(models.TextChoices):
    """What made a revision."""

    ADDED = "added"
    SAVED = "saved"
    REMOVED = "removed"
    BROUGHT_BACK = "brought back"
    RESTORED = "restored"


class Via(models.TextChoices):
    """By what way a revision came."""

    WEB = "web"
    COMMAND_LINE = "command line"
    IMPORT = "import"
    SAMPLE = "sample"


class Record(models.Model):
    """A story's place in the bank."""

    slug = models.CharField(max_length=MAX_LENGTH, unique=True)
    revision = models.PositiveIntegerField()
    removed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Return the story's id."""
        return self.slug


class Revision(models.Model):
    """One version of a story: its JSON, when and how it came. Rows are only ever added."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    event = models.CharField(max_length=20, choices=Event)
    via = models.CharField(max_length=20, choices=Via)
    saved_at = models.DateTimeField()

    class Meta:
        """A record has each number once."""

        constraints = (
            models.UniqueConstraint(fields=["record", "number"], name="one_revision_per_number"),
        )

    def __str__(self) -> str:
        """Return the story's id and the number."""
        return f"{self.record.slug} {self.number}"


class Searchable(models.Model):
    """The words of a story, removed or not, as they are compared in a search.

    On SQLite the table is a full text index; on PostgreSQL it has one beside it.
    """

    record = models.OneToOneField(
        Record, on_delete=models.CASCADE, primary_key=True, db_column="rowid", related_name="+"
    )
    title = models.TextField()
    headline = models.TextField()
    telling = models.TextField()
    more = models.TextField()

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class Judgement(models.Model):
    """How strong a version of a story was found, by rules and preferences as they were then."""

    record = models.OneToOneField(
        Record, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    revision = models.PositiveIntegerField()
    by = models.CharField(max_length=64)
    strength = models.PositiveSmallIntegerField(null=True)
    # What the finding that costs most says; empty where none costs anything.
    worst = models.JSONField(default=dict)

    def __str__(self) -> str:
        """Return the story's id and its strength."""
        return f"{self.record.slug} {self.strength}"


class Asked(models.Model):
    """A question that an interviewer asked. What is removed stays until more is removed."""

    question = models.TextField()
    # The question in the form in which two are compared.
    words = models.TextField()
    employer = models.TextField(blank=True)
    on = models.DateField(null=True)
    story = models.CharField(max_length=MAX_LENGTH, blank=True)
    principle = models.CharField(max_length=MAX_LENGTH, blank=True)
    kept_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Return the question."""
        return self.question


class Drilled(models.Model):
    """An answer in a drill: what was named, and what was right.

    What is removed stays until more is removed.
    """

    round = models.PositiveIntegerField()
    place = models.PositiveSmallIntegerField()
    question = models.TextField()
    principles = models.JSONField()
    named = models.CharField(max_length=MAX_LENGTH, blank=True)
    story = models.CharField(max_length=MAX_LENGTH, blank=True)
    best = models.JSONField()
    seconds = models.PositiveIntegerField(null=True)
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        """Each place of a round is answered once."""

        constraints = (
            models.UniqueConstraint(
                fields=["round", "place"],
                condition=models.Q(removed_at=None),
                name="one_answer_per_place",
            ),
        )

    def __str__(self) -> str:
        """Return the question."""
        return self.question


class LoopRecord(models.Model):
    """A loop's place in the bank."""

    slug = models.CharField(max_length=MAX_LENGTH, unique=True)
    revision = models.PositiveIntegerField()
    removed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Return the loop's id."""
        return self.slug


class LoopRevision(models.Model):
    """One version of a loop, as JSON. Rows are only ever added."""

    record = models.ForeignKey(LoopRecord, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    saved_at = models.DateTimeField()

    class Meta:
        """A record has each number once."""

        constraints = (
            models.UniqueConstraint(
                fields=["record", "number"], name="one_loop_revision_per_number"
            ),
        )

    def __str__(self) -> str:
        """Return the loop's id and the number."""
        return f"{self.record.slug} {self.number}"


class Preference(models.Model):
    """One thing that the user wants other than usual. What is as usual has no row."""

    name = models.CharField(max_length=MAX_LENGTH, unique=True)
    value = models.JSONField()

    def __str__(self) -> str:
        """Return what it is about."""
        return self.name


class Emptied(models.Model):
    """That the user removed everything; the samples stay away from such a bank until asked for."""

    at = models.DateTimeField()

    def __str__(self) -> str:
        """Return when."""
        return str(self.at)


class Draft(models.Model):
    """What a form held when it was last kept. `story` is empty for one not yet in the bank."""

    key = models.CharField(max_length=32, unique=True)
    story = models.CharField(max_length=MAX_LENGTH, blank=True)
    base = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    # JSON in ASCII, since not every database holds every character that a form may send.
    content = models.TextField()
    page = models.CharField(max_length=32, blank=True)
    turn = models.PositiveIntegerField()
    kept_at = models.DateTimeField()
    thrown_at = models.DateTimeField(null=True)

    class Meta:
        """A story has one draft at most."""

        constraints = (
            models.UniqueConstraint(
                fields=["story"], condition=~models.Q(story=""), name="one_draft_per_story"
            ),
        )

    def __str__(self) -> str:
        """Return the key."""
        return self.key


class ReadinessSnapshot(models.Model):
    """How ready the stories were when that was last looked at on a day; shares from 0 to 1."""

    on = models.DateField(unique=True)
    taken_at = models.DateTimeField()
    stories = models.PositiveIntegerField()
    ready = models.FloatField()
    low = models.FloatField()
    high = models.FloatField()
    answered = models.FloatField()

    def __str__(self) -> str:
        """Return the day."""
        return str(self.on)
