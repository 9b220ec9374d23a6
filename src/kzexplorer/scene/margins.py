"""What stands beside the lanes wherever a scene is drawn: how wide their heads are, and how high the axis."""

HEADS = 9.34  # width of the lane heads, in ems
AXIS = 2.84  # height of the axis, in ems
OVERHANG = 1.0  # ems at the right for the last label of the axis
