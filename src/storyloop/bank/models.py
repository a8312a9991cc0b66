"""The tables: a record says which version of a story is current, its revisions hold them all."""

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
