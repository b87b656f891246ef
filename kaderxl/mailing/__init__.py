"""What a mail says and how it goes out: texts, drafts, reminders, receipts, sending."""
