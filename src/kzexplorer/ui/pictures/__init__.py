"""Pictures, pages and slides of the timeline: painted, written, shown before, printed."""
