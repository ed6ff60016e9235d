#!/usr/bin/env python
import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import django
    from django.core.management import execute_from_command_line

    if len(sys.argv) > 1 and sys.argv[1] != "help":
        django.setup()
        from portal.management.schema import prepare_for

        prepare_for(sys.argv[1:])
    execute_from_command_line(sys.argv)
