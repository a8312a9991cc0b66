"""The index of stories, filled for banks that are there already."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from storyloop.bank.search import columns
from storyloop.story import from_json

# The words are stored as they are compared (see storyloop.bank.terms), so that neither database
# has to know about letters, accents or the forms of words.
ON_SQLITE = """
CREATE VIRTUAL TABLE bank_searchable USING fts5(
    title, headline, telling, more, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3 4'
)
"""
ON_POSTGRESQL = """
CREATE TABLE bank_searchable (
    rowid bigint PRIMARY KEY REFERENCES bank_record (id) DEFERRABLE INITIALLY DEFERRED,
    title text NOT NULL,
    headline text NOT NULL,
    telling text NOT NULL,
    more text NOT NULL,
    words tsvector NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title), 'A')
        || setweight(to_tsvector('simple', headline), 'B')
        || setweight(to_tsvector('simple', telling), 'C')
        || setweight(to_tsvector('simple', more), 'D')
    ) STORED
);
CREATE INDEX bank_searchable_words ON bank_searchable USING gin (words);
"""


def create(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    schema_editor.execute(ON_SQLITE if is_sqlite else ON_POSTGRESQL, params=None)


def drop(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute("DROP TABLE bank_searchable")


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    revisions = apps.get_model("bank", "Revision").objects.filter(
        number=models.F("record__revision")
    )
    searchable = apps.get_model("bank", "Searchable").objects
    for revision in revisions.iterator():
        searchable.create(record_id=revision.record_id, **columns(from_json(revision.content)))


class Migration(migrations.Migration):

    dependencies = [
        ('bank', '0004_preferences'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='Searchable',
                    fields=[
                        ('record', models.OneToOneField(db_column='rowid', on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='bank.record')),
                        ('title', models.TextField()),
                        ('headline', models.TextField()),
                        ('telling', models.TextField()),
                        ('more', models.TextField()),
                    ],
                ),
            ],
            database_operations=[migrations.RunPython(create, drop)],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
