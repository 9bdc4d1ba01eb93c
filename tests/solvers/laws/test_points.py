"""Small points are listed in the order of their heights, however tall one of them is."""

from __future__ import annotations

from itertools import islice

from exactspaces.kernel.formulas import Constant
from exactspaces.reading.spaces.sets import read_condition_set
from exactspaces.solvers.laws.points import Point, ordered, vectors_in


def test_a_tall_point_does_not_hold_up_the_others():
    points = [Point(h, (h,), (Constant(h),)) for h in (1, 2, 10**15)]
    found = [one.height for one in ordered([points, points])]
    assert found == sorted(found)
    assert len(found) == 9


def test_points_of_a_cone_have_small_heights():
    cone = read_condition_set("{(x, y, z) in R^3 : x^2 + y^2 = z^2}").as_space()
    found = vectors_in(cone.domains, cone.names("u"), cone.condition)
    assert found
    assert max(one.height for one in islice(found, 100)) < 1000
