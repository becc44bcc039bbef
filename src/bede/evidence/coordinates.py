"""Where on Earth a place lies: degrees of latitude and longitude in WGS 84.

A place of some extent has the coordinates of its middle. Six digits behind the point are a tenth of
a metre, and as many are kept.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Coordinates = tuple[float, float]
"""Latitude (north of the equator) and longitude (east of Greenwich), in degrees."""

MOST_POINTS = 20_000
"""Points of a shape that are read; the middle of a larger one is not worth the time."""

_DIGITS = 6
_HALF_ROUND = 180.0
_DEEPEST = 5  # lists in lists, in the shapes of GeoJSON
_CORNERS = 3

Point = tuple[float, float]


def coordinates(latitude: object, longitude: object) -> Coordinates | None:
    """The coordinates that two values tell, which may be words.

    Args:
        latitude: in degrees, from -90 to 90.
        longitude: in degrees, from -180 to 180.

    Returns:
        None if either is no number or out of range.
    """
    north, east = _number(latitude), _number(longitude)
    if north is None or east is None or abs(north) > 90 or abs(east) > _HALF_ROUND:
        return None
    return round(north, _DIGITS) + 0.0, round(east, _DIGITS) + 0.0  # no -0.0


def in_degrees(place: Coordinates) -> str:
    """Coordinates as a reader sees them: "55.75° N, 37.62° E".

    Args:
        place: latitude and longitude.
    """
    north, east = place
    return (
        f"{abs(north):g}° {'N' if north >= 0 else 'S'}, {abs(east):g}° {'E' if east >= 0 else 'W'}"
    )


def middle_of(geometry: Mapping[str, Any]) -> Coordinates | None:
    """The coordinates of a shape of GeoJSON (RFC 7946, section 3.1).

    A point is itself. Of a polygon it is the centroid of its outer ring, as on a flat map; of
    several polygons that of the largest; of other shapes, and of a collection, the mean of the
    points.

    Args:
        geometry: the object, which is not trusted to be well formed.

    Returns:
        None if there is no such point, or if the shape reaches across the 180th meridian.
    """
    kind = geometry.get("type")
    if kind == "GeometryCollection":
        parts = geometry.get("geometries")
        found = [
            one
            for part in (parts[:MOST_POINTS] if isinstance(parts, list) else ())
            if isinstance(part, dict)
            and part.get("type") != kind
            and (one := middle_of(part)) is not None
        ]
        return _mean([(east, north) for north, east in found])
    if kind in ("Polygon", "MultiPolygon"):
        told = geometry.get("coordinates")
        return _largest([told] if kind == "Polygon" else told)
    return _mean(list(_points(geometry.get("coordinates"))))


def _largest(polygons: object) -> Coordinates | None:
    best: tuple[float, Coordinates] | None = None
    for polygon in polygons[:MOST_POINTS] if isinstance(polygons, list) else ():
        ring = list(_points(polygon[0])) if isinstance(polygon, list) and polygon else []
        area, middle = _centroid(ring)
        if middle is not None and (best is None or area > best[0]):
            best = (area, middle)
    return None if best is None else best[1]


def _centroid(ring: Sequence[Point]) -> tuple[float, Coordinates | None]:
    """Area in square degrees and centroid of a ring (the surveyor's formula)."""
    if len(ring) < _CORNERS or _is_across(ring):
        return 0.0, _mean(ring)
    east0, north0 = ring[0]
    twice = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = (x1 - east0) * (y2 - north0) - (x2 - east0) * (y1 - north0)
        twice += cross
        x += (x1 + x2 - 2 * east0) * cross
        y += (y1 + y2 - 2 * north0) * cross
    if abs(twice) < 1e-12:
        return 0.0, _mean(ring)
    return abs(twice) / 2, coordinates(north0 + y / (3 * twice), east0 + x / (3 * twice))


def _mean(points: Sequence[Point]) -> Coordinates | None:
    if not points or _is_across(points):
        return None
    number = len(points)
    return coordinates(
        math.fsum(north for _, north in points) / number,
        math.fsum(east for east, _ in points) / number,
    )


def _is_across(points: Sequence[Point]) -> bool:
    """Whether some points lie on both sides of the 180th meridian, where a mean says nothing."""
    easts = [east for east, _ in points]
    return max(easts) - min(easts) > _HALF_ROUND


def _points(value: object) -> Iterator[Point]:
    """The points of a list of lists of lists, east before north as in GeoJSON."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    count = 0
    while waiting and count < MOST_POINTS:
        one, deep = waiting.pop()
        if not isinstance(one, list) or deep > _DEEPEST:
            continue
        if len(one) > 1 and not isinstance(one[0], list):
            known = coordinates(one[1], one[0])
            if known is not None:
                count += 1
                yield known[1], known[0]
        else:
            waiting.extend((part, deep + 1) for part in reversed(one[:MOST_POINTS]))


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
