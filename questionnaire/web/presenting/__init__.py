"""From filled forms and records to the view objects of ``screens``: labels, ids, states and addresses ready."""
