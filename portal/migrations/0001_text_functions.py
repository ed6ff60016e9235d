"""Vietnamese folding and order as IMMUTABLE SQL functions, usable in generated columns and indexes."""

from django.contrib.postgres.operations import BtreeGinExtension, BtreeGistExtension, TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [BtreeGinExtension(), BtreeGistExtension(), TrigramExtension()]
