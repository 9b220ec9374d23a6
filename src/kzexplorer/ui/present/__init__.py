"""A briefing before an audience: the stage, the speaker's window, and the room that keeps both together."""
