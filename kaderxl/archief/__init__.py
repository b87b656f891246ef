"""What an archived ronde is made of: the bag, its metadata, its papers, and the checks on them."""
