import asyncio
from concurrent.futures import ThreadPoolExecutor

from questionnaire.proof.waiting import wait_for


async def answer() -> int:
    await asyncio.sleep(0)
    return 42


def test_wait_for_gives_the_result():
    assert wait_for(answer()) == 42


def test_wait_for_works_inside_a_running_loop():
    async def server() -> int:
        return wait_for(answer())

    # In a thread of its own: another test may have left a loop running in this one.
    with ThreadPoolExecutor(1) as aside:
        assert aside.submit(asyncio.run, server()).result() == 42
