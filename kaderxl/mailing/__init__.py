"""How it goes out and what is said of it: texts, drafts, replies, sending, the calendar."""
