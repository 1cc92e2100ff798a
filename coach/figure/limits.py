"""How far healthy joints go, in degrees, and who says so.

Sources:
CDC: Soucie et al., Range of motion measurements: reference values, Haemophilia 2011; 17: 500-507, and the CDC's Normal
    Joint Range of Motion Study: means of 20 to 44 year olds by sex, and what healthy people go beyond them.
MERCK: Merck Manual, Normal values for range of motion of joints.
AMA: American Medical Association, Guides to the Evaluation of Permanent Impairment, 3rd ed., and AAOS, Joint Motion,
    1965, as tabulated side by side in goniometry texts: neck 50 / 60 / 45 / 80, trunk 80 / 25 / 35 / 45.
FABER: The reliability of FABER test hip range of motion measurements (PubMed 27999724): of 19 healthy people the knee
    lies 12.4 cm above the couch, on average. With our bones, the ankle on the other thigh, that reads about 90 of
    rotation: our own reckoning, not theirs.
EATON: Eaton, Electronic Textbook of Hand Surgery, normal range of motion.
OURS: no table measures it as our joints are cut; the reason stands beside it.
A limit is the upper end of what the sources give: a picture may show a supple person, never an impossible one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Limit(NamedTuple):
    """The least and the most that an angle may be, in degrees, and where that comes from."""

    low: float
    high: float
    source: str

    def excess(self, degrees: float) -> float:
        """Degrees beyond the limit; 0 within."""
        return max(self.low - degrees, degrees - self.high, 0.0)


#: Degrees that an angle may go beyond its limit before it counts as broken: reading a joint is no more exact.
TOLERANCE: Final = 3.0

LIMITS: Final[Mapping[tuple[str, str], Limit]] = {
    ("hip", "flexion"): Limit(-20, 135, "CDC: women 134 of flexion and 18 of extension; MERCK 125 and 15"),
    ("hip", "abduction"): Limit(-30, 50, "MERCK 45 and 45; ours: as the middle angle of a flexed hip it reads 5 more"),
    ("hip", "rotation"): Limit(-45, 80, "MERCK 45 and 45; in figure four it reads more: FABER about 90, ours 80"),
    ("knee", "flexion"): Limit(-5, 152, "CDC: women 142, children 153; MERCK 130; ours: kneeling on the heels needs 150"),
    ("ankle", "dorsiflexion"): Limit(-60, 25, "CDC: women 62 of plantar flexion; MERCK 50 and 20, ours: 25 in a deep bend"),
    ("ankle", "inversion"): Limit(-25, 35, "MERCK: inversion 35, eversion 25"),
    ("ankle", "rotation"): Limit(-20, 20, "OURS: the foot turns little against the shin"),
    ("toes", "extension"): Limit(-45, 80, "MERCK: extension 80, flexion 30; ours: 45, first toe after AAOS"),
    ("clavicle", "elevation"): Limit(-10, 45, "OURS: sternoclavicular elevation 45, depression 5 to 10, as texts of anatomy give"),
    ("clavicle", "protraction"): Limit(-25, 35, "OURS: 15 at the inner joint and 20 to 30 more at the outer one"),
    ("shoulder", "flexion"): Limit(-60, 180, "AMA: 180 of flexion, 50 of extension; AAOS 60"),
    ("shoulder", "abduction"): Limit(-50, 180, "AMA: 180 of abduction, 50 of adduction"),
    ("shoulder", "rotation"): Limit(-90, 90, "MERCK: 90 and 90"),
    ("elbow", "flexion"): Limit(-8, 152, "CDC: women 150 of flexion, 5 of overextension"),
    ("forearm", "pronation"): Limit(-92, 92, "CDC: women 82 of pronation, 91 of supination; MERCK 90 and 90"),
    ("wrist", "flexion"): Limit(-85, 90, "MERCK 90 of flexion, 70 of extension; ours: 85, leaning on a flat hand pushes further"),
    ("wrist", "deviation"): Limit(-40, 25, "EATON: 20 to the thumb, 35 to the little finger; MERCK 25"),
    ("fingers", "flexion"): Limit(-45, 92, "EATON: 90 of flexion, up to 45 beyond straight"),
    ("tips", "flexion"): Limit(-10, 115, "EATON: 100 and 80; ours: one joint stands for both"),
    ("thumb", "flexion"): Limit(-25, 70, "MERCK 70; ours: 25 beyond straight"),
    ("thumb", "abduction"): Limit(-15, 65, "EATON: 60 away from the hand; ours: 15 across it"),
    ("lumbar", "flexion"): Limit(-32, 60, "AMA: 60 of flexion, 25 of extension; ours: from standing, some hollow is there already"),
    ("lumbar", "side"): Limit(-30, 30, "AMA: 25; AAOS 35 for low and upper back together"),
    ("lumbar", "rotation"): Limit(-15, 15, "OURS: about 10 in cadavers, 15 with the lowest ribs' joints"),
    ("thoracic", "flexion"): Limit(-25, 45, "AMA: 45 to 50 of flexion; ours: extension 25, as texts of anatomy give"),
    ("thoracic", "side"): Limit(-30, 30, "OURS: texts of anatomy give 25 to 30"),
    ("thoracic", "rotation"): Limit(-40, 40, "AMA: 30; ours: texts of anatomy give 30 to 40"),
    ("neck", "flexion"): Limit(-60, 50, "AMA: flexion 50, extension 60"),
    ("neck", "side"): Limit(-45, 45, "AMA: 45"),
    ("neck", "rotation"): Limit(-80, 80, "AMA: 80"),
    ("head", "flexion"): Limit(-20, 20, "OURS: nodding between skull and first vertebra, 15 to 20 either way"),
    ("head", "side"): Limit(-10, 10, "OURS: the same joint tips 5 to 10"),
    ("head", "rotation"): Limit(-15, 15, "OURS: counted with the neck; a little on top of it"),
}  # fmt: skip


def limit_of(joint: str, angle: str) -> Limit:
    """Return the limit of one angle of a joint, named with or without its side; `KeyError` where there is none."""
    return LIMITS[joint.partition(".")[0], angle]
