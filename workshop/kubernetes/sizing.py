"""How many nodes a workshop needs, from what a learner was measured to use."""

from dataclasses import dataclass
from math import ceil

from workshop.load.use import PSS, SECONDS

HEADROOM = 1.25
"""Of memory beyond what a learner was measured to use."""

SECONDS_TO_WAIT = 120
"""For everyone's first chapter when all come at once."""

NODE_MIB = 2048
NODE_CORES = 0.5
"""What Kubernetes and the hub take of each node."""

PODS_OF_NODE = 90
"""Learners on one node: Kubernetes allows 110 pods, some of them its own."""

MEMORY_STEP_MIB = 50
LIMIT_MIB = 2048
"""Of one learner, as MEMORY of `make hub`, so that a mistake reaches nobody else."""


@dataclass(frozen=True)
class Node:
    """A machine of the cluster.

    Attributes:
        cores: of its processors.
        memory_gib: its memory.
    """

    cores: int
    memory_gib: int


NODES = (Node(4, 16), Node(8, 32), Node(16, 64))
LEARNERS = (30, 100, 300)


@dataclass(frozen=True)
class Share:
    """What Kubernetes sets aside for one learner.

    Attributes:
        memory_mib: memory.
        cores: of a processor, a fraction.
    """

    memory_mib: int
    cores: float


def share_of_learner(results: dict) -> Share:
    """What to set aside for one learner.

    Args:
        results: of a load test.
    """
    used = results["tuned"]["use_per_learner"]["all"]
    memory = ceil(used[PSS] * HEADROOM / MEMORY_STEP_MIB) * MEMORY_STEP_MIB
    return Share(memory, ceil(100 * used[SECONDS] / SECONDS_TO_WAIT) / 100)


def learners_of_node(node: Node, share: Share) -> int:
    """How many learners one node has room for; 0 if it is too small."""
    memory = (node.memory_gib * 1024 - NODE_MIB) // share.memory_mib
    return max(0, min(int(memory), int((node.cores - NODE_CORES) / share.cores), PODS_OF_NODE))


def nodes_for(learners: int, node: Node, share: Share) -> int:
    """How many nodes of a kind a workshop needs.

    Args:
        learners: who come.
        node: the kind.
        share: what to set aside for each.

    Raises:
        ValueError: the kind is too small for a single learner.
    """
    room = learners_of_node(node, share)
    if not room:
        raise ValueError(
            f"A node of {node.cores} cores and {node.memory_gib} GiB has no room for a learner, "
            f"who needs {share.cores} cores and {share.memory_mib} MiB; take a larger one."
        )
    return ceil(learners / room)
