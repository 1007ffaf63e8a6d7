import numpy as np
import pytest

from helpers import CheckFailed, check, check_raises


def test_a_true_claim_is_printed(capsys):
    check("one is one", 1 == 1)
    assert capsys.readouterr().out == "✓ one is one\n"


def test_the_measured_difference_is_printed_to_the_digits_of_the_tolerance(capsys):
    check("close", [1.0, 2.004], [1.0, 2.0], tolerance=0.01)
    assert capsys.readouterr().out == "✓ close  (difference 0.00 ≤ 0.01)\n"
    check("close", 1.0 + 1e-16, 1.0)
    assert "0.000000000000 ≤ 1e-12" in capsys.readouterr().out


def test_a_false_claim_fails():
    with pytest.raises(CheckFailed, match="✗ one is two: False instead of True"):
        check("one is two", 1 == 2)


def test_a_failure_says_where_and_by_how_much():
    with pytest.raises(CheckFailed) as raised:
        check("equal", [0.1, 0.2, 0.5], [0.1, 0.2, 0.4])
    message = str(raised.value)
    assert "at index 2" in message
    assert "a difference of 0.1; allowed: 1e-12" in message


@pytest.mark.parametrize("actual", [float("nan"), [1.0, float("nan")]])
def test_nan_fails(actual):
    with pytest.raises(CheckFailed):
        check("not a number", actual, np.ones_like(actual))


def test_arrays_of_other_shapes_fail_instead_of_being_broadcast():
    with pytest.raises(CheckFailed, match=r"shape \(3,\) is compared with \(\)"):
        check("all ones", [1.0, 1.0, 1.0], 1.0)


def test_the_difference_just_above_the_tolerance_fails():
    check("at the limit", 1.5, 1.0, tolerance=0.5)
    with pytest.raises(CheckFailed):
        check("beyond", 1.5 + 1e-9, 1.0, tolerance=0.5)


def test_a_check_that_could_not_fail_is_refused():
    with pytest.raises(ValueError, match="actual is empty"):
        check("nothing", [], [])
    with pytest.raises(TypeError, match="actual is a list; without a value to compare it with"):
        check("truthy", [0])


def test_a_negative_tolerance_is_named():
    with pytest.raises(ValueError, match=r"tolerance is -1; it must be at least 0\."):
        check("x", 1.0, 1.0, tolerance=-1)


def test_check_raises(capsys):
    check_raises("division", ZeroDivisionError, lambda: 1 / 0)
    assert capsys.readouterr().out == "✓ division  (ZeroDivisionError: division by zero)\n"
    check_raises("division", ZeroDivisionError, lambda: 1 / 0, show_message=False)
    assert capsys.readouterr().out == "✓ division  (ZeroDivisionError)\n"
    with pytest.raises(CheckFailed, match="no ZeroDivisionError was raised"):
        check_raises("division", ZeroDivisionError, lambda: 1 / 1)
    with pytest.raises(ZeroDivisionError):
        check_raises("another error", KeyError, lambda: 1 / 0)
