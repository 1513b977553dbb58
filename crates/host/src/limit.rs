//! How often one address may ask. Forms are dearer than pages, so there are two measures.

use crate::RateLimit;
use governor::clock::{Clock, DefaultClock, Reference};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;

/// Of the requests a minute, one in so many may be a form.
const FORMS: u32 = 6;

type Limiter<C> = RateLimiter<IpAddr, DashMapStateStore<IpAddr>, C, NoOpMiddleware<<C as Clock>::Instant>>;

/// The measures of every address seen in the last minutes.
pub(crate) struct Limits<C: Clock = DefaultClock> {
    pages: Limiter<C>,
    forms: Limiter<C>,
    clock: C,
}

impl Limits {
    pub(crate) fn new(limit: RateLimit) -> Option<Self> {
        Self::with_clock(limit, &DefaultClock::default())
    }
}

impl<C: Clock + Clone> Limits<C> {
    fn with_clock(limit: RateLimit, clock: &C) -> Option<Self> {
        let RateLimit::PerMinute(limit) = limit else { return None };
        let limiter = |a_minute: u32| {
            let a_minute = NonZeroU32::new(a_minute).unwrap_or(NonZeroU32::MIN);
            RateLimiter::new(Quota::per_minute(a_minute), DashMapStateStore::default(), clock.clone())
        };
        Some(Self { pages: limiter(limit), forms: limiter(limit / FORMS), clock: clock.clone() })
    }

    /// Counts a request. Too many: the seconds until the next one is let through.
    pub(crate) fn check(&self, peer: IpAddr, reads_only: bool) -> Result<(), u64> {
        let limiter = if reads_only { &self.pages } else { &self.forms };
        limiter.check_key(&household(peer)).map_err(|not_until| {
            let wait = not_until.earliest_possible().duration_since(self.clock.now());
            let wait: std::time::Duration = wait.into();
            wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
        })
    }

    /// Forgets addresses that have been quiet.
    pub(crate) fn forget(&self) {
        for limiter in [&self.pages, &self.forms] {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

/// One subscriber has a whole /64 of IPv6 and would otherwise never be counted twice.
fn household(peer: IpAddr) -> IpAddr {
    match peer {
        IpAddr::V4(_) => peer,
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
    }
}

#[cfg(test)]
mod tests {
    use super::Limits;
    use crate::RateLimit;
    use governor::clock::FakeRelativeClock;
    use std::net::IpAddr;
    use std::time::Duration;

    #[test]
    fn the_next_is_let_through_exactly_when_said() {
        let clock = FakeRelativeClock::default();
        let limits = Limits::with_clock(RateLimit::PerMinute(6), &clock).unwrap();
        let (one, other): (IpAddr, IpAddr) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        for _ in 0..6 {
            assert_eq!(limits.check(one, true), Ok(()));
        }
        assert_eq!(limits.check(one, true), Err(10));
        assert_eq!(limits.check(other, true), Ok(()));
        // Forms have a measure of their own.
        assert_eq!(limits.check(one, false), Ok(()));
        assert_eq!(limits.check(one, false), Err(60));
        clock.advance(Duration::from_millis(9_400));
        assert_eq!(limits.check(one, true), Err(1));
        clock.advance(Duration::from_millis(600));
        assert_eq!(limits.check(one, true), Ok(()));
        assert_eq!(limits.check(one, true), Err(10));
    }

    #[test]
    fn neighbours_in_a_64_count_together_and_the_quiet_are_forgotten() {
        let clock = FakeRelativeClock::default();
        let limits = Limits::with_clock(RateLimit::PerMinute(1), &clock).unwrap();
        assert_eq!(limits.check("2001:db8::1".parse().unwrap(), true), Ok(()));
        assert!(limits.check("2001:db8::2".parse().unwrap(), true).is_err());
        assert_eq!(limits.check("2001:db8:0:1::1".parse().unwrap(), true), Ok(()));
        clock.advance(Duration::from_secs(120));
        limits.forget();
        assert!(limits.pages.is_empty());
    }

    #[test]
    fn off_is_off() {
        assert!(Limits::new(RateLimit::Off).is_none());
    }
}
