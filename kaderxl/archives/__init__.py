"""An archived ronde: the bag, its metadata, its papers, and the checks on them."""
