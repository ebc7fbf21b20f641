import type { DeliveryAddress } from '../../../../../shared/points/model';

/** The address as it is typed. */
export type DeliveryForm = Record<keyof DeliveryAddress, string>;
export type DeliveryField = keyof DeliveryForm;

export const emptyForm: DeliveryForm = { recipient: '', phone: '', address: '' };

export const deliveryFields = [
  { name: 'recipient', label: '收件人', placeholder: '姓名', type: 'text', maxlength: 40 },
  { name: 'phone', label: '手机号', placeholder: '11 位手机号', type: 'number', maxlength: 11 },
  { name: 'address', label: '地址', placeholder: '省市区、街道、门牌号', type: 'text', maxlength: 200 },
];

/** What to put right before sending, beside each field. The cloud checks again. */
export function deliveryProblems({ recipient, phone, address }: DeliveryForm): Partial<DeliveryForm> {
  return {
    ...(recipient.trim() ? {} : { recipient: '请填收件人' }),
    ...(/^1[3-9]\d{9}$/.test(phone.trim()) ? {} : { phone: '请填 11 位手机号' }),
    ...(address.trim() ? {} : { address: '请填详细地址' }),
  };
}

export function deliveryOf({ recipient, phone, address }: DeliveryForm): DeliveryAddress {
  return { recipient: recipient.trim(), phone: phone.trim(), address: address.trim() };
}
