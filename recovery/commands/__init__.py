"""What stands behind the `recovery` command, one file a command."""
