"""The table of contents: every table of the kernel, re-exported so that Django finds it."""
