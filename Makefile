# Short targets, nothing else to learn. Needed by hand: Rust (rustup), Node with npm, a C compiler.
.PHONY: run test faults mutants build bench assets

# Builds everything and shows it on http://127.0.0.1:8080 with made-up events; nothing is sent to anybody.
run: assets
	cargo build --profile try -p moteplass
	target/try/moteplass demo

# Everything: units, properties, both databases, both carriers, browser, all pages and letters.
test:
	tests/run

# Kills the program while 20 000 reminders go out, and breaks everything around it for an hour; MOTEPLASS_TEST_MINUTES says otherwise.
faults:
	tests/faults

# Shows that the faults find what they are there to find: five broken programs.
mutants:
	tests/mutants/run

# The program, optimised: target/release/moteplass.
build: assets
	cargo build --release -p moteplass

# The table of ratios in docs/benchmarks.md.
bench: assets
	tests/bench

# Style sheets and fonts, by the lock file.
assets: assets/node_modules/.package-lock.json

assets/node_modules/.package-lock.json: assets/package-lock.json
	npm ci --prefix assets --no-audit --no-fund --ignore-scripts
	@touch $@
