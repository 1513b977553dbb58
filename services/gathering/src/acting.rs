//! What holders of a link and organisers do about a delegation. Each loads, lets `delegation` decide, records and says, under
//! the gathering's lock.

use crate::delegation::{self, Delegation, Named, NoSeat, Role};
use crate::store::{self, delegation::Model, gathering, holder, seat};
use bus::Work;
use chrono::{DateTime, Utc};
use proto::gathering::{
    Asking, DelegationAllotted, DelegationInvited, DelegationSeatCleared, DelegationSeatNamed, RoleSeats,
};
use proto::{Language, SeatId};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

/// So many people can act for a delegation besides its contact.
pub(crate) const MOST_DEPUTIES: usize = 3;

/// One delegation with everything about it, its gathering locked.
pub(crate) struct Case {
    pub(crate) gathering: gathering::Model,
    pub(crate) row: Model,
    /// Every naming there was, in order.
    pub(crate) seats: Vec<seat::Model>,
}

/// Somebody to be named.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) language: Language,
    pub(crate) role: Role,
    /// Which of the member's municipalities they come from, where it has several and that is told.
    pub(crate) municipality: Option<String>,
}

/// Opens a case for somebody who will change something.
pub(crate) async fn open(tx: &impl ConnectionTrait, delegation: Uuid) -> Result<Option<Case>, DbErr> {
    let Some(found) = store::delegation::find(tx, delegation).await? else { return Ok(None) };
    let Some(gathering) = gathering::locked(tx, found.gathering).await? else { return Ok(None) };
    // Again, as it is behind the lock.
    let Some(row) = store::delegation::find(tx, delegation).await? else { return Ok(None) };
    let seats = seat::of(tx, row.id).await?;
    Ok(Some(Case { gathering, row, seats }))
}

/// A delegation as decisions see it.
pub(crate) fn decided(row: &Model, seats: &[seat::Model]) -> Delegation {
    let named = seats.iter().filter(|seat| seat.delegation == row.id && seat.is_living()).map(|seat| Named {
        seat: SeatId(seat.id),
        role: seat.role(),
        address: address(&seat.email),
        own_place: seat.own_place,
    });
    Delegation {
        seats: u32::try_from(row.seats).unwrap_or_default(),
        named: named.collect(),
        invited: row.invited_at.is_some(),
        opened: row.opened_at.is_some(),
        declined: row.declined_at.is_some(),
        released: row.released,
    }
}

/// An address in the shape in which addresses are compared.
fn address(email: &str) -> String {
    email.trim().to_lowercase()
}

/// What is kept for a delegation, as others are told.
pub(crate) fn allotted(gathering: &gathering::Model, row: &Model, delegation: &Delegation) -> DelegationAllotted {
    let roles = row.role_pools.0.iter();
    DelegationAllotted {
        delegation_id: row.id.into(),
        event_id: gathering.id.into(),
        revision: u32::try_from(row.revision).unwrap_or_default(),
        seats: delegation.seats,
        roles: roles
            .map(|(role, pool)| RoleSeats { pool_id: *pool, seats: delegation.seats_of(*role, gathering.rules()) })
            .collect(),
    }
}

/// Places of the gathering that nobody has and that are kept for nobody, as far as is known here.
pub(crate) async fn free(tx: &impl ConnectionTrait, gathering: &gathering::Model) -> Result<u32, DbErr> {
    let seats = seat::of_gathering(tx, gathering.id).await?;
    let rows = store::delegation::of(tx, gathering.id).await?;
    let all: Vec<Delegation> = rows.iter().map(|row| decided(row, &seats)).collect();
    let participants = store::participant::of(tx, gathering.id).await?;
    let told = participants.values().filter(|one| one.has_place()).count();
    // Those who were named a moment ago, and of whom registration has not told yet, have a place as well.
    let is_told = |seat: &seat::Model| seat.registration.is_some_and(|id| participants.contains_key(&id));
    let untold = seats.iter().filter(|seat| seat.is_living() && !is_told(seat)).count();
    let taken = u32::try_from(told + untold).unwrap_or(u32::MAX);
    let capacity = gathering.event().whole().and_then(|pool| pool.capacity);
    Ok(delegation::free_places(capacity, taken, &all).unwrap_or(u32::MAX))
}

impl Case {
    pub(crate) fn delegation(&self) -> Delegation {
        decided(&self.row, &self.seats)
    }

    pub(crate) fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.gathering.is_over(now)
    }

    /// Names somebody, in place of somebody else if so wished.
    pub(crate) async fn name(
        &mut self,
        work: &Work,
        person: &Person,
        instead_of: Option<SeatId>,
    ) -> Result<Result<SeatId, NoSeat>, DbErr> {
        let (delegation, rules, is_over) = (self.delegation(), self.gathering.rules(), self.is_over(work.now));
        let address = address(&person.email);
        let decision = match instead_of {
            Some(seat) => delegation.may_replace(rules, seat, person.role, &address, is_over),
            None => delegation.may_name(rules, person.role, &address, is_over),
        };
        if let Err(refusal) = decision {
            return Ok(Err(refusal));
        }
        if let Some(seat) = instead_of {
            seat::clear(&work.tx, seat.0, work.now).await?;
        }
        let row = seat::Model {
            id: Uuid::now_v7(),
            delegation: self.row.id,
            gathering: self.gathering.id,
            role: person.role.word().to_owned(),
            name: person.name.clone(),
            email: person.email.clone(),
            language: person.language.code().to_owned(),
            named_at: work.now,
            cleared_at: None,
            registration: None,
            outcome: None,
            revision: 0,
            municipality: person.municipality.clone().filter(|one| self.row.municipalities.0.contains(one)),
            own_place: false,
        };
        seat::insert(&work.tx, row.clone()).await?;
        self.seats = seat::of(&work.tx, self.row.id).await?;
        let cleared = self.seats.iter().filter(|seat| seat.cleared_at.is_some()).map(|seat| SeatId(seat.id)).collect();
        work.say(&DelegationSeatNamed {
            seat_id: SeatId(row.id),
            allotted: allotted(&self.gathering, &self.row, &self.delegation()),
            cleared,
            role: self.row.role_pools.0.get(&person.role).copied(),
            name: row.name,
            email: row.email,
            language: person.language,
            member: self.row.name.clone(),
        });
        Ok(Ok(SeatId(row.id)))
    }

    /// Takes somebody back; false when nobody is in the seat.
    pub(crate) async fn clear(&mut self, work: &Work, seat: SeatId) -> Result<bool, DbErr> {
        let mut delegation = self.delegation();
        if !delegation.clear(seat) {
            return Ok(false);
        }
        seat::clear(&work.tx, seat.0, work.now).await?;
        self.say_cleared(work, seat);
        self.keep(work, &delegation).await?;
        Ok(true)
    }

    /// The person of a seat has signed off by themselves; registration knows.
    pub(crate) async fn left(&mut self, work: &Work, seat: SeatId) -> Result<(), DbErr> {
        let mut delegation = self.delegation();
        delegation.clear(seat);
        seat::clear(&work.tx, seat.0, work.now).await?;
        self.keep(work, &delegation).await
    }

    /// The member does not come. Those who are named are taken back.
    pub(crate) async fn decline(&mut self, work: &Work) -> Result<(), DbErr> {
        let mut delegation = self.delegation();
        for named in &delegation.named {
            seat::clear(&work.tx, named.seat.0, work.now).await?;
            self.say_cleared(work, named.seat);
        }
        delegation.decline();
        self.row.declined_at = Some(work.now);
        self.row.extra_asked = 0;
        self.keep(work, &delegation).await
    }

    /// The member is in the network no more on the day. Whoever is named is taken back by nobody but an organiser, and so
    /// nothing is done where somebody is.
    pub(crate) async fn close(&mut self, work: &Work) -> Result<(), DbErr> {
        if self.is_over(work.now) || self.row.declined_at.is_some() || !self.delegation().named.is_empty() {
            return Ok(());
        }
        self.row.closed = true;
        self.decline(work).await
    }

    /// The member is back: what was closed because it had left is as it was before, as far as there are seats.
    pub(crate) async fn reopen(&mut self, work: &Work) -> Result<(), DbErr> {
        if !self.row.closed || self.is_over(work.now) {
            return Ok(());
        }
        self.come(work).await
    }

    /// Takes the no back: the member has the seats that the rules give it, as far as they are free.
    pub(crate) async fn come(&mut self, work: &Work) -> Result<(), DbErr> {
        let free = free(&work.tx, &self.gathering).await?;
        let mut delegation = self.delegation();
        delegation.come(self.gathering.rules().seats(&self.row.member).min(free));
        self.row.declined_at = None;
        self.row.closed = false;
        self.keep(work, &delegation).await
    }

    /// Lets go of the seats that nobody is named for.
    pub(crate) async fn release(&mut self, work: &Work) -> Result<(), DbErr> {
        let mut delegation = self.delegation();
        delegation.release();
        self.row.released = true;
        self.keep(work, &delegation).await
    }

    /// Asks for more seats.
    pub(crate) async fn ask_for_more(&mut self, work: &Work, wanted: u32, reason: &str) -> Result<(), DbErr> {
        self.row.extra_asked = i32::try_from(wanted.min(self.gathering.rules().extra)).unwrap_or_default();
        reason.clone_into(&mut self.row.extra_reason);
        store::delegation::update(&work.tx, &self.row).await
    }

    /// Gives as many more seats as there are, of those that were asked for; tells how many.
    pub(crate) async fn grant(&mut self, work: &Work, wanted: u32) -> Result<u32, DbErr> {
        let free = free(&work.tx, &self.gathering).await?;
        let mut delegation = self.delegation();
        // What was asked for is given once.
        let asked = u32::try_from(self.row.extra_asked).unwrap_or_default();
        let granted = delegation.grant(wanted.min(asked), free);
        self.row.extra_asked = 0;
        self.keep(work, &delegation).await?;
        Ok(granted)
    }

    /// Keeps what was decided, and tells it where what is kept for the delegation is another.
    async fn keep(&mut self, work: &Work, decided: &Delegation) -> Result<(), DbErr> {
        let seats = i32::try_from(decided.seats).unwrap_or(i32::MAX);
        let other = seats != self.row.seats;
        if other {
            self.row.seats = seats;
            self.row.revision += 1;
        }
        store::delegation::update(&work.tx, &self.row).await?;
        self.seats = seat::of(&work.tx, self.row.id).await?;
        if other {
            work.say(&allotted(&self.gathering, &self.row, decided));
        }
        Ok(())
    }

    fn say_cleared(&self, work: &Work, seat: SeatId) {
        work.say(&DelegationSeatCleared {
            seat_id: seat,
            delegation_id: self.row.id.into(),
            event_id: self.gathering.id.into(),
        });
    }

    /// Writes to somebody who acts for the delegation.
    pub(crate) async fn write_to(&self, work: &Work, holder: &mut holder::Model, why: Asking) -> Result<(), DbErr> {
        holder.letters += 1;
        holder::update(&work.tx, holder).await?;
        let delegation = self.delegation();
        let rules = self.gathering.rules();
        work.say(&DelegationInvited {
            delegation_id: self.row.id.into(),
            event_id: self.gathering.id.into(),
            number: u32::try_from(holder.letters).unwrap_or_default(),
            holder_id: holder.id.into(),
            generation: holder.generation(),
            name: holder.name.clone(),
            email: holder.email.clone(),
            language: holder.language(),
            member: self.row.name.clone(),
            seats: delegation.seats,
            named: delegation.names(),
            name_before: rules.next_deadline(work.now),
            why,
        });
        Ok(())
    }

    /// Sends the contact the link, the first time the member is invited.
    pub(crate) async fn invite(&mut self, work: &Work) -> Result<bool, DbErr> {
        let mut holders = holder::of(&work.tx, &[self.row.id]).await?;
        let Some(contact) = holders.iter_mut().find(|holder| !holder.deputy) else { return Ok(false) };
        self.row.invited_at = Some(work.now);
        store::delegation::update(&work.tx, &self.row).await?;
        self.write_to(work, contact, Asking::Invited).await?;
        Ok(true)
    }

    /// Sends the contact another link; the one before works no more. False when there is no contact.
    pub(crate) async fn renew(&mut self, work: &Work) -> Result<bool, DbErr> {
        let mut holders = holder::of(&work.tx, &[self.row.id]).await?;
        let Some(contact) = holders.iter_mut().find(|holder| !holder.deputy) else { return Ok(false) };
        contact.generation += 1;
        self.row.invited_at = Some(work.now);
        store::delegation::update(&work.tx, &self.row).await?;
        self.write_to(work, contact, Asking::Invited).await?;
        Ok(true)
    }

    /// Takes a deputy's link back.
    pub(crate) async fn remove_deputy(&self, work: &Work, id: Uuid) -> Result<(), DbErr> {
        let holders = holder::of(&work.tx, &[self.row.id]).await?;
        match holders.iter().find(|holder| holder.deputy && holder.id == id) {
            Some(deputy) => holder::remove(&work.tx, &[deputy.id]).await,
            None => Ok(()),
        }
    }

    /// Reminds everybody who acts for the delegation, if names are missing.
    pub(crate) async fn remind(&mut self, work: &Work) -> Result<bool, DbErr> {
        if !self.delegation().is_reminded(self.row.reminded_at, work.now) {
            return Ok(false);
        }
        self.row.reminded_at = Some(work.now);
        store::delegation::update(&work.tx, &self.row).await?;
        for mut holder in holder::of(&work.tx, &[self.row.id]).await? {
            self.write_to(work, &mut holder, Asking::Reminded).await?;
        }
        Ok(true)
    }

    /// Gives somebody else a link of their own; false when there are deputies enough, or this is one of them.
    pub(crate) async fn add_deputy(
        &self,
        work: &Work,
        name: &str,
        email: &str,
        language: Language,
    ) -> Result<bool, DbErr> {
        let holders = holder::of(&work.tx, &[self.row.id]).await?;
        let known = holders.iter().any(|holder| address(&holder.email) == address(email));
        if known || holders.iter().filter(|holder| holder.deputy).count() >= MOST_DEPUTIES {
            return Ok(false);
        }
        let mut deputy = holder::Model {
            id: Uuid::new_v4(),
            delegation: self.row.id,
            deputy: true,
            name: name.to_owned(),
            email: email.to_owned(),
            language: language.code().to_owned(),
            generation: 0,
            letters: 0,
            created_at: work.now,
        };
        holder::insert(&work.tx, deputy.clone()).await?;
        self.write_to(work, &mut deputy, Asking::Deputy).await?;
        Ok(true)
    }
}
