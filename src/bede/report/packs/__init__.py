"""What the commands on packs print: checks, statistics, differences."""
