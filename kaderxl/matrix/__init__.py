"""What it comes to: answers combined, votes, and what people decided."""
