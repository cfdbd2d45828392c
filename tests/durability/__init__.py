"""What the ledger promises when things go wrong: crashes, damage, full disks, many processes, upgrades."""
