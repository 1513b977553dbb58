//! Whom delegations have named, and what became of it.

use super::gathering;
use crate::delegation::Role;
use chrono::{DateTime, Utc};
use proto::gathering::{RegistrationSeated, Seating};
use proto::{RegistrationId, SeatId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, IntoActiveModel, QueryOrder, QuerySelect, QueryTrait};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seat")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) delegation: Uuid,
    pub(crate) gathering: Uuid,
    pub(crate) role: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) language: String,
    pub(crate) named_at: DateTime<Utc>,
    pub(crate) cleared_at: Option<DateTime<Utc>>,
    pub(crate) registration: Option<Uuid>,
    pub(crate) outcome: Option<Outcome>,
    /// How new what registration said is.
    pub(crate) revision: i32,
    /// Which of the member's municipalities the person comes from, where that was told.
    pub(crate) municipality: Option<String>,
    /// The person has a place besides the one that is kept for the delegation.
    pub(crate) own_place: bool,
}

/// What registration said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub(crate) enum Outcome {
    Seated,
    Full,
    AlreadySeated,
    TooLate,
}

impl From<Seating> for Outcome {
    fn from(seating: Seating) -> Self {
        match seating {
            Seating::Seated | Seating::HandedOver => Self::Seated,
            Seating::Full => Self::Full,
            Seating::AlreadySeated => Self::AlreadySeated,
            Seating::TooLate => Self::TooLate,
        }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn role(&self) -> Role {
        Role::called(&self.role).unwrap_or(Role::Other)
    }

    /// The person has the seat, or will be told whether they do.
    pub(crate) fn is_living(&self) -> bool {
        self.cleared_at.is_none() && matches!(self.outcome, None | Some(Outcome::Seated))
    }
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: SeatId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id.0).one(db).await
}

/// Every naming of one delegation, in order.
pub(crate) async fn of(db: &impl ConnectionTrait, delegation: Uuid) -> Result<Vec<Model>, DbErr> {
    let all = Entity::find().filter(Column::Delegation.eq(delegation));
    all.order_by_asc(Column::NamedAt).order_by_asc(Column::Id).all(db).await
}

/// Every naming of one gathering, in order.
pub(crate) async fn of_gathering(db: &impl ConnectionTrait, gathering: Uuid) -> Result<Vec<Model>, DbErr> {
    let all = Entity::find().filter(Column::Gathering.eq(gathering));
    all.order_by_asc(Column::NamedAt).order_by_asc(Column::Id).all(db).await
}

/// The living seat that this registration is of.
pub(crate) async fn of_registration(
    db: &impl ConnectionTrait,
    registration: RegistrationId,
) -> Result<Option<Model>, DbErr> {
    let of = Entity::find().filter(Column::Registration.eq(registration.0));
    of.filter(Column::ClearedAt.is_null()).one(db).await
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Notes that somebody was taken back, or left.
pub(crate) async fn clear(db: &impl ConnectionTrait, id: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    let cleared = Entity::update_many().col_expr(Column::ClearedAt, Expr::value(Some(now)));
    cleared.filter(Column::Id.eq(id)).filter(Column::ClearedAt.is_null()).exec(db).await?;
    Ok(())
}

/// Notes what registration said.
pub(crate) async fn keep_outcome(db: &impl ConnectionTrait, told: &RegistrationSeated) -> Result<(), DbErr> {
    let revision = i32::try_from(told.revision).unwrap_or(i32::MAX);
    Entity::update_many()
        .col_expr(Column::Registration, Expr::value(told.registration_id.map(|id| id.0)))
        .col_expr(Column::Outcome, Expr::value(Some(Outcome::from(told.outcome))))
        .col_expr(Column::Revision, Expr::value(revision))
        .col_expr(Column::OwnPlace, Expr::value(told.own_place))
        .filter(Column::Id.eq(told.seat_id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Notes that the seat came to somebody else, of whom the delegation knows no more than the name; empty until that is known.
pub(crate) async fn hand_over(db: &impl ConnectionTrait, id: SeatId, name: &str) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Name, Expr::value(name))
        .col_expr(Column::Email, Expr::value(""))
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Notes what somebody is called to whom a seat came before that was known.
pub(crate) async fn keep_name(
    db: &impl ConnectionTrait,
    registration: RegistrationId,
    name: &str,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Name, Expr::value(name))
        .filter(Column::Registration.eq(registration.0))
        .filter(Column::Revision.gt(1))
        .filter(Column::ClearedAt.is_null())
        .filter(Column::Name.eq(""))
        .filter(Column::Email.eq(""))
        .exec(db)
        .await?;
    Ok(())
}

/// Forgets who it was; that there was somebody of this role stays. Gives the seats.
pub(crate) async fn forget(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<Vec<Uuid>, DbErr> {
    let theirs = Entity::find().select_only().column(Column::Id).filter(Column::Registration.eq(registration.0));
    let ids: Vec<Uuid> = theirs.into_tuple().all(db).await?;
    forget_those(db, &ids).await?;
    Ok(ids)
}

/// Forgets who was named for these seats.
pub(crate) async fn forget_those(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<(), DbErr> {
    if ids.is_empty() {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::Name, Expr::value(""))
        .col_expr(Column::Email, Expr::value(""))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .exec(db)
        .await?;
    Ok(())
}

/// Those who were named for gatherings that an organisation answers for, with their addresses.
pub(crate) async fn named(db: &impl ConnectionTrait, organisation: &str) -> Result<Vec<(Uuid, String)>, DbErr> {
    let own = gathering::Entity::find().select_only().column(gathering::Column::Id);
    let own = own.filter(gathering::Column::Organisation.eq(organisation)).into_query();
    let named = Entity::find().select_only().columns([Column::Id, Column::Email]).filter(Column::Email.ne(""));
    named.filter(Column::Gathering.in_subquery(own)).into_tuple().all(db).await
}

/// Forgets everybody who was named for a gathering, also those who got no seat.
pub(crate) async fn forget_all(db: &impl ConnectionTrait, gathering: Uuid) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Name, Expr::value(""))
        .col_expr(Column::Email, Expr::value(""))
        .filter(Column::Gathering.eq(gathering))
        .filter(Column::Email.ne(""))
        .exec(db)
        .await?;
    Ok(())
}
