"""Đăng nhập liên thông: the province says who somebody is; whoever has no account here has none."""

from portal.single_sign_on.identity import ProvinceIdentity, person_behind
from portal.single_sign_on.provider import Provider, Silent, Unbelieved, provider

__all__ = ["Provider", "ProvinceIdentity", "Silent", "Unbelieved", "person_behind", "provider"]
