"""Files that hold files: a zip, a mail, a mailbox."""
