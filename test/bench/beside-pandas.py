# What pandas needs for the same: reads a CSV, counts every column, crosses two, and crosses them weighted. Prints the
# milliseconds of each. Usage: beside-pandas.py FILE FIRST SECOND
import sys
import time

import pandas


def timed(name, work):
    start = time.perf_counter()
    result = work()
    print(f"{name} {1000 * (time.perf_counter() - start):.0f} ms")
    return result


path, first, second = sys.argv[1:4]
print(f"pandas {pandas.__version__}")
table = timed("read", lambda: pandas.read_csv(path, dtype="category"))
print(f"{len(table)} rows x {len(table.columns)} columns, {table.memory_usage(deep=True).sum() / 2**20:.0f} MB")
timed("count every column", lambda: [table[name].value_counts() for name in table.columns])
timed("cross", lambda: pandas.crosstab(table[first], table[second]))
table["weight"] = 1.0
timed("cross weighted", lambda: table.groupby([first, second], observed=True)["weight"].sum())
