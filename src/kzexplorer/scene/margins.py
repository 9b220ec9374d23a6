"""What stands beside the lanes wherever a scene is drawn: how wide their heads are, and how high the axis."""

from kzexplorer.scene.shapes import Scene

HEADS = 9.34  # width of the lane heads, in ems
AXIS = 2.84  # height of the axis, in ems
ERA = 1.6  # height of each row of eras below the axis, in ems
OVERHANG = 1.0  # ems at the right for the last label of the axis


def above_lanes(scene: Scene) -> float:
    """Give the height in pixels of the axis and the eras below it."""
    return (AXIS + ERA * scene.era_rows) * scene.sizes.font
